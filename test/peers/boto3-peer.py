"""Calls services with boto3. Reads one request of JSON a line from standard input and answers each with one line.

`{"describe": sdkId}` answers what botocore knows of the service. `{"call": {...}}` makes a call; values are tagged as in tagged-values.ts.
"""

import base64
import gzip
import json
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import boto3
import botocore
import botocore.session
from botocore.config import Config
from botocore.eventstream import EventStream
from botocore.handlers import VALID_BUCKET
from botocore.exceptions import BotoCoreError, ClientError
from botocore.model import ServiceModel
from botocore.response import StreamingBody

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
TRAITS = {
    "smithy-rpc-v2-cbor": "smithy.protocols#rpcv2Cbor",
    "rest-json": "aws.protocols#restJson1",
    "rest-xml": "aws.protocols#restXml",
    "query": "aws.protocols#awsQuery",
    "ec2": "aws.protocols#ec2Query",
}
# What botocore's own handlers make of texts (botocore/handlers.py).
CUSTOMISED = {
    "route53": {shape: {"isCut": True} for shape in ("ResourceId", "DelegationSetId", "ChangeId")},
    "s3": {
        "BucketName": {"pattern": VALID_BUCKET.pattern},
        "CopySource": {"pattern": "^[a-z0-9]+/[a-z0-9]+$"},
        "SSECustomerKey": {"isRewritten": True},
        "CopySourceSSECustomerKey": {"isRewritten": True},
    },
}
NAMES = {trait: name for name, trait in TRAITS.items()}

core = botocore.session.get_session()
loader = core.get_component("data_loader")
clients = {}


def service_names():
    """The names of services by their IDs, which stand near the beginning of each model; to parse all models takes long."""
    folder = Path(botocore.__file__).parent / "data"
    found = {}
    for path in sorted(folder.glob("*/*/service-2.json*")):
        with (gzip.open if path.suffix == ".gz" else open)(path) as file:
            match = re.search(rb'"serviceId"\s*:\s*"([^"]*)"', file.read(4096))
        if match:
            found[match.group(1).decode()] = path.parent.parent.name
    return found


names = service_names()


def from_tagged(value):
    if isinstance(value, list):
        return [from_tagged(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((tag, content),) = value.items()
    if tag == "i":
        return int(content)
    if tag == "n":
        return float(content)
    if tag == "b":
        return base64.b64decode(content)
    if tag == "t":
        return EPOCH + timedelta(milliseconds=content)
    return {name: from_tagged(item) for name, item in content}


def to_tagged(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"i": str(value)}
    if isinstance(value, float):
        return {"n": repr(value)}
    if isinstance(value, (bytes, bytearray)):
        return {"b": base64.b64encode(value).decode()}
    if isinstance(value, datetime):
        return {"t": round((value - EPOCH) / timedelta(microseconds=1)) / 1000}
    if isinstance(value, StreamingBody):
        return to_tagged(value.read())
    if isinstance(value, (list, tuple, EventStream)):
        return [to_tagged(item) for item in value]
    return {"o": [[name, to_tagged(item)] for name, item in value.items()]}


def protocols_of(model):
    metadata = model.metadata
    listed = [model.resolved_protocol] + [p for p in metadata.get("protocols", []) if p != model.resolved_protocol]
    version = metadata.get("jsonVersion", "1.1").replace(".", "_")
    return [TRAITS.get(name, "aws.protocols#awsJson" + version) for name in listed]


def describe(sdk_id):
    name = names.get(sdk_id)
    if name is None:
        return None
    model = ServiceModel(loader.load_service_model(name, "service-2"), name)
    shapes = {}
    customised = CUSTOMISED.get(name, {})

    def visit(shape):
        # The same shape can have several names where members say how they are serialised; its own name is one.
        if shape.name in shapes:
            return shape.name
        entry = shapes[shape.name] = {"type": shape.type_name, **customised.get(shape.name, {})}
        if shape.type_name == "structure" and not getattr(shape, "is_document_type", False):
            entry["required"] = shape.required_members
            entry["members"] = {member: visit(target) for member, target in shape.members.items()}
        elif shape.type_name == "list":
            entry["item"] = visit(shape.member)
        elif shape.type_name == "map":
            entry["item"] = visit(shape.value)
        return shape.name

    operations = {}
    for operation in model.operation_names:
        found = model.operation_model(operation)
        operations[operation] = {
            side: visit(shape) for side, shape in (("input", found.input_shape), ("output", found.output_shape)) if shape
        }
    errors = {shape.error_code: visit(shape) for shape in model.error_shapes}
    return {
        "protocols": protocols_of(model),
        "isQueryCompatible": "awsQueryCompatible" in model.metadata,
        "staysCompatible": False,
        "keepsQueryCodes": True,
        "keepsXmlNames": bool({"query", "ec2"}.intersection(model.metadata.get("protocols", []))),
        "operations": operations,
        "shapes": shapes,
        "errors": errors,
    }


def speaking(protocol, service_name):
    """A session whose model of the service lists one protocol, with what the protocol needs of a model."""
    session = botocore.session.get_session()
    data_loader = session.get_component("data_loader")
    load = data_loader.load_service_model

    def load_service_model(name, type_name, api_version=None):
        model = load(name, type_name, api_version)
        if type_name != "service-2":
            return model
        model = json.loads(json.dumps(model))
        metadata = model["metadata"]
        short = NAMES.get(protocol, "json")
        metadata_protocols = metadata["protocols"]
        is_listed = short in metadata_protocols and (short != "json" or protocol in protocols_of(ServiceModel(model, name)))
        metadata["protocol"] = short
        metadata["protocols"] = [short]
        metadata["targetPrefix"] = service_name
        if short == "json":
            metadata["jsonVersion"] = protocol[-3:].replace("_", ".")
        else:
            metadata.pop("jsonVersion", None)
        if not is_listed:
            metadata.pop("awsQueryCompatible", None)
            if short != "query":
                for shape in model["shapes"].values():
                    shape.pop("error", None)
            if short in ("query", "ec2") and not {"query", "ec2"}.intersection(metadata_protocols):
                without_xml_names(model)
        if short == "ec2":
            with_capitals(model)
        for operation_name, operation in model["operations"].items():
            operation["http"] = {"method": "POST", "requestUri": "/"}
            if short == "query" and "output" in operation:
                operation["output"]["resultWrapper"] = operation_name + "Result"
            elif "output" in operation:
                operation["output"].pop("resultWrapper", None)
        return model

    data_loader.load_service_model = load_service_model
    return boto3.Session(botocore_session=session)


def without_xml_names(model):
    """Takes away what a model of another protocol still says of XML: only a part of it was kept."""
    for shape in model["shapes"].values():
        for part in (shape, shape.get("member", {}), *shape.get("members", {}).values()):
            for key in ("flattened", "locationName", "queryName"):
                part.pop(key, None)


def with_capitals(model):
    """Names members as ec2Query does. Models of that protocol always say the name, and botocore counts on it."""
    for shape in model["shapes"].values():
        for name, member in shape.get("members", {}).items():
            shown = member.get("locationName", name)
            member.setdefault("queryName", shown[0].upper() + shown[1:])


def client_of(request):
    key = (request["sdkId"], request.get("protocol"), request["endpoint"])
    if key not in clients:
        protocol = request.get("protocol")
        session = boto3.Session() if protocol is None else speaking(protocol, request["serviceName"])
        clients[key] = session.client(
            names[request["sdkId"]],
            endpoint_url=request["endpoint"],
            region_name="us-east-1",
            aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            config=Config(
                inject_host_prefix=False,
                retries={"max_attempts": 0},
                read_timeout=20,
                s3={"addressing_style": "path"},
            ),
        )
    return clients[key]


def call(request):
    client = client_of(request)
    methods = {operation: method for method, operation in client.meta.method_to_api_mapping.items()}
    try:
        output = getattr(client, methods[request["operation"]])(**from_tagged(request["input"]))
        output.pop("ResponseMetadata", None)
        return {"output": to_tagged(output)}
    except ClientError as error:
        response = dict(error.response)
        found = response.pop("Error", {})
        response.pop("ResponseMetadata", None)
        return {
            "error": {
                "type": type(error).__name__,
                "code": found.get("Code", ""),
                "message": found.get("Message", ""),
                "members": to_tagged(response),
            }
        }
    except BotoCoreError as error:
        return {"refused": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = describe(request["describe"]) if "describe" in request else call(request["call"])
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is an answer, not the end
        answer = {"refused": f"{type(error).__name__}: {error}"}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
