from wp3reports.rulebook.book import LATER, README, Book, book

ONE = "`inputs/a.yaml`\n```yaml\na: 1\n```\n"
TWO = "`inputs/a.yaml`\n```diff\n-a: 1\n+a: 2\n```\n"


def test_a_later_document_adds_to_what_was_given_before() -> None:
    small = Book({README: ONE, **dict.fromkeys(LATER, ""), LATER[0]: f"{TWO}\n## A case\n", "common": "## Another\n"})
    assert small.given().files == small.given("common").files == {"inputs/a.yaml": b"a: 1\n"}
    assert small.given(LATER[-1]).files == {"inputs/a.yaml": b"a: 2\n"}
    assert [(case.document, case.title, case.files["inputs/a.yaml"]) for case in small.cases()] == [
        ("common", "Another", b"a: 1\n"),
        (LATER[0], "A case", b"a: 2\n"),
    ]


def test_the_book_comes_with_the_program() -> None:
    assert {README, "reading", "schema", "text", "common", *LATER} < book().documents.keys()
    assert book() is book()
