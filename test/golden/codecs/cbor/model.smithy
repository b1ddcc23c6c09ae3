$version: "2.0"

namespace example.library

use aws.auth#sigv4
use smithy.protocols#rpcv2Cbor
use smithy.framework#ValidationException

/// Lends books to people.
@rpcv2Cbor
@sigv4(name: "library")
@title("Town Library")
service Library {
    version: "2030-01-31"
    operations: [
        LendBook
        ListBooks
        CloseDoors
    ]
    errors: [
        ValidationException
    ]
}

/// Lends a book to a reader.
///
/// A book that is out already is **not** lent again.
@examples([
    {
        title: "Lend a book for a fortnight"
        input: { isbn: "9783161484100", until: "2030-02-14T18:00:00Z", card: "c2VjcmV0" }
        output: { loan: 17, until: "2030-02-14T18:00:00Z", fees: { late: 0.5 } }
    }
    {
        title: "Lend a book that is out"
        input: { isbn: "9783161484100" }
        error: { shapeId: BookIsOut, content: { message: "The book is out.", back: "2030-02-01T00:00:00Z" } }
    }
])
operation LendBook {
    input := {
        /// Which book: its ISBN without hyphens.
        @required
        isbn: Isbn

        /// When the book is due.
        until: Timestamp

        /// What is printed on the reader's card.
        @sensitive
        card: Blob

        @default("reading room")
        place: Place
    }

    output := {
        @required
        loan: Long

        @timestampFormat("date-time")
        until: Timestamp

        /// What a late return costs, by kind of fee.
        fees: Fees
    }

    errors: [
        BookIsOut
    ]
}

/// Lists books, a page at a time.
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "books", pageSize: "maxResults")
@readonly
operation ListBooks {
    input := {
        nextToken: String
        @range(min: 1, max: 100)
        maxResults: Integer
        filter: Filter
    }

    output := {
        books: Books
        nextToken: String
    }
}

/// Closes the doors. Nobody gets in any more.
operation CloseDoors {}

/// The book is out. It may be back later.
@error("client")
@httpError(409)
@retryable
structure BookIsOut {
    message: String

    /// When it is due.
    back: Timestamp
}

@pattern("^[0-9]{13}$")
string Isbn

enum Place {
    READING_ROOM = "reading room"
    HOME = "home"
}

map Fees {
    key: String
    value: Double
}

@uniqueItems
list Books {
    member: Book
}

structure Book {
    @required
    isbn: Isbn

    @length(min: 1, max: 200)
    title: String

    notes: Document

    /// Books that continue this one.
    sequels: Books
}

/// How to choose books: by one property.
union Filter {
    author: String
    year: Integer
    shelf: Shelf
}

structure Shelf {
    room: Short
    @length(min: 1)
    rows: Rows
}

@sparse
list Rows {
    member: Integer
}
