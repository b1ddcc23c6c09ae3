"""Makes one call with boto3 and prints what came of it as JSON. Arguments: endpoint, then the call's input as JSON."""

import json
import sys

import boto3
from botocore.exceptions import ClientError

endpoint, request = sys.argv[1], json.loads(sys.argv[2])
client = boto3.client("ecr", endpoint_url=endpoint, region_name="us-east-1")
try:
    answer = client.batch_check_layer_availability(**request)
    answer.pop("ResponseMetadata")
    print(json.dumps({"output": answer}))
except ClientError as error:
    modeled = [name for name in dir(client.exceptions) if name.endswith("Exception")]
    typed = [name for name in modeled if type(error) is getattr(client.exceptions, name)]
    print(json.dumps({"error": (typed + [None])[0], "message": error.response["Error"]["Message"]}))
