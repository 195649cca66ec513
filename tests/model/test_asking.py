"""What a field asks for reaches the schema, and nothing else."""

from typing import Annotated

from wp3reports.model import IDS, Id, Ids, Record, Text, asks


class Sample(Record):
    name: Annotated[Text, asks("A name", "Riga", "Oslo")]
    cluster: Annotated[Id, asks("A cluster", "ict", ids=Ids.SELECTED, title="The cluster")] = ""


def test_text_examples_title_and_ids_stand_in_the_schema() -> None:
    name, cluster = Sample.model_json_schema()["properties"].values()
    assert (name["description"], name["examples"], name["title"]) == ("A name", ["Riga", "Oslo"], "Name")
    assert (cluster["description"], cluster["title"], cluster[IDS]) == ("A cluster", "The cluster", "selected")
    assert IDS not in name


def test_a_field_that_asks_reads_as_it_did() -> None:
    assert Sample.model_validate({"name": " Riga  city "}).name == "Riga city"
    assert Sample.model_fields["name"].is_required()
    assert not Sample.model_fields["cluster"].is_required()
