/** `smithy.protocols`: protocols that are Smithy's own. */
export const smithyProtocols = String.raw`$version: "2.0"

namespace smithy.protocols

@trait(selector: "service")
@protocolDefinition(traits: [cors, endpoint, hostLabel, httpError, requestCompression])
@traitValidators(
    "rpcv2Cbor.NoDocuments": {
        selector: "service ~> member :test(> document)"
        message: "This protocol does not support document types in most possible scenarios."
        severity: "DANGER"
    }
)
structure rpcv2Cbor with [HttpConfiguration] {}

@trait(selector: "service")
@protocolDefinition(traits: [cors, endpoint, hostLabel, httpError, requestCompression])
structure rpcv2Json with [HttpConfiguration] {}

@private
@mixin(localTraits: [private])
structure HttpConfiguration {
    http: StringList
    eventStreamHttp: StringList
}

@private
list StringList {
    member: String
}
`;

/** `smithy.waiters`: how clients wait for a state ("Waiters"). */
export const smithyWaiters = String.raw`$version: "2.0"

namespace smithy.waiters

@trait(selector: "operation :not(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
map waitable {
    key: WaiterName
    value: Waiter
}

@private
@pattern("^[A-Z]+[A-Za-z0-9]*$")
string WaiterName

@private
structure Waiter {
    documentation: String

    @required
    acceptors: Acceptors

    minDelay: WaiterDelay = 2

    maxDelay: WaiterDelay = 120

    deprecated: Boolean

    tags: NonEmptyStringList
}

@private
@range(min: 1)
integer WaiterDelay

@private
@length(min: 1)
string NonEmptyString

@private
list NonEmptyStringList {
    member: NonEmptyString
}

@private
@length(min: 1)
list Acceptors {
    member: Acceptor
}

@private
structure Acceptor {
    @required
    state: AcceptorState

    @required
    matcher: Matcher

    message: NonEmptyString
}

@private
enum AcceptorState {
    SUCCESS = "success"
    FAILURE = "failure"
    RETRY = "retry"
}

@private
union Matcher {
    output: PathMatcher
    inputOutput: PathMatcher
    success: Boolean
    errorType: NonEmptyString
}

@private
structure PathMatcher {
    @required
    path: NonEmptyString

    @required
    expected: String

    @required
    comparator: PathComparator
}

@private
enum PathComparator {
    STRING_EQUALS = "stringEquals"
    BOOLEAN_EQUALS = "booleanEquals"
    ALL_STRING_EQUALS = "allStringEquals"
    ANY_STRING_EQUALS = "anyStringEquals"
}
`;

/** `smithy.mqtt`: bindings to MQTT topics ("MQTT Protocol Bindings"). */
export const smithyMqtt = String.raw`$version: "2.0"

namespace smithy.mqtt

@trait(selector: "service")
@protocolDefinition
structure mqttJson {}

@trait(
    selector: "operation :not(-[output]-> * > member)"
    conflicts: [subscribe]
    breakingChanges: [{change: "any"}]
)
@traitValidators(
    "MqttPublishInput.NoEventStreams": {
        selector: "-[input]-> structure > member :test(> union [trait|streaming])"
        message: "The input of \u0060smithy.mqtt#publish\u0060 operations cannot contain event streams"
    }
    MqttUnsupportedErrors: {
        selector: ":test(-[error]->)"
        message: "Operations marked with the \u0060smithy.mqtt#publish\u0060 trait do not support errors"
        severity: "DANGER"
    }
)
@pattern("^[^#+]+$")
string publish

@trait(
    selector: "operation :test(-[output]->)"
    conflicts: [publish]
    breakingChanges: [{change: "any"}]
)
@traitValidators(
    "MqttSubscribeInput.MissingTopicLabel": {
        selector: "-[input]-> structure > member :not([trait|smithy.mqtt#topicLabel])"
        message: "All input members of an operation marked with the \u0060smithy.mqtt#subscribe\u0060 trait must be marked with the \u0060smithy.mqtt#topicLabel\u0060 trait."
    }
    MqttUnsupportedErrors: {
        selector: ":test(-[error]->)"
        message: "Operations marked with the \u0060smithy.mqtt#subscribe\u0060 trait do not support errors"
        severity: "DANGER"
    }
    "MqttSubscribeOutput.MissingEventStream": {
        selector: ":test(-[output]-> :not(> member > union [trait|streaming]))"
        message: "Subscribe operations must define an output event stream"
    }
    "MqttSubscribeOutput.EventHeaderNotSupported": {
        selector: "-[output]-> structure > member > union [trait|streaming] > member > structure > member [trait|eventHeader]"
        message: "The \u0060@eventHeader\u0060 trait is not supported with subscribe operations."
        severity: "DANGER"
    }
    "MqttSubscribeOutput.NoInitialEvents": {
        selector: ":test(-[output]-> structure > member :not(> union [trait|streaming]))"
        message: "Operations marked with \u0060smithy.mqtt#subscribe\u0060 do not support initial responses in their output streams."
    }
)
@pattern("^[^#+]+$")
string subscribe

@trait(selector: "member[trait|required] :test(> :test(string, byte, short, integer, long, boolean, timestamp))")
structure topicLabel {}
`;

/** `smithy.openapi`: what conversion to OpenAPI reads ("Converting Smithy to OpenAPI"). */
export const smithyOpenApi = String.raw`$version: "2.0"

namespace smithy.openapi

@trait(selector: "[trait|trait]", breakingChanges: [{change: "presence"}, {change: "any", path: "/as"}])
structure specificationExtension {
    as: SpecificationExtensionKey
}

@private
@pattern("^x-.+$")
string SpecificationExtensionKey
`;

/** `smithy.contracts`: conditions that values meet ("Contract traits"). */
export const smithyContracts = String.raw`$version: "2.0"

namespace smithy.contracts

@trait(selector: ":not(:test(service, operation, resource))")
map conditions {
    key: ConditionName
    value: Condition
}

@pattern("^[A-Z]+[A-Za-z0-9]*$")
string ConditionName

structure Condition {
    @required
    expression: String

    @required
    documentation: String
}
`;

/** `smithy.framework`: the error with which servers answer input that breaks a constraint. */
export const smithyFramework = String.raw`$version: "2.0"

namespace smithy.framework

/// Input does not meet the constraints of the model.
@error("client")
@httpError(400)
structure ValidationException {
    /// What is wrong, in one text.
    @required
    message: String

    /// What is wrong, one entry a constraint.
    fieldList: ValidationExceptionFieldList
}

/// One constraint that is not met.
structure ValidationExceptionField {
    /// A JSON pointer to the value.
    @required
    path: String

    /// What is wrong with it.
    @required
    message: String
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}
`;
