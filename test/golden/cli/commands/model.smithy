$version: "2.0"

namespace example.commands

use aws.protocols#awsJson1_1

/// Long texts are cut into pieces, each of which fits on a line, so that the file needs no wrapping when it is printed, however many
/// commands a service may have.
@awsJson1_1
@paginated(pageSize: "limit", inputToken: "token", outputToken: "page.token")
service Depot {
    version: "2031-02-03"
    operations: [
        PutHTTPHeaders2
        ListAll
        Ping
    ]
}

operation PutHTTPHeaders2 {
    input := {
        /// A “quoted” text, a `code`, a backslash \\ and a
        /// [link](https://example.com).
        @required
        @idempotencyToken
        clientToken: String

        tagKEY: String

        tag_key: String

        @required
        size: Size

        @length(min: 4)
        name: String

        secret: Secret
        tree: Tree
        exact: BigDecimal
    }

    output := {
        answer: Tree
    }
}

@paginated(items: "page.items")
operation ListAll {
    input := {
        token: String
        limit: Integer
    }

    output := {
        page: Page
    }
}

operation Ping {}

structure Page {
    items: Names
    token: String
}

list Names {
    member: String
}

@range(min: -5)
bigInteger Size

@sensitive
string Secret

union Tree {
    leaf: String
    branches: Branches
}

@sparse
map Branches {
    key: String
    value: Tree
}
