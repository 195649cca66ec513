"""What must hold of the co-ordinator's part: the common definition, and the fields that group selected clusters."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, Span, error, warning
from wp3reports.milestones.m1_selection.rules.decided import decided, decided_for
from wp3reports.milestones.m2_swot.model import CommonDefinition, Member
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.model import Delivery, Dossier, meant, repeated, weighed


def definition_criteria_empty(dossier: Dossier) -> Iterator[Diagnostic]:
    """The common definition of a cluster has at least one criterion.

    Why: a definition that nothing can fail does not tell a cluster of transnational interest from any other.

    What to do: add to `criteria` what a cluster must fulfil, each with a name and a text.
    """
    for delivery in dossier.of(CommonDefinition):
        if not delivery.submission.definition.criteria:
            yield error(
                "m2-definition-criteria-empty",
                delivery.source.key_at("definition", "criteria"),
                "the common definition has no criteria",
                label="none is listed",
            )


def field_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each transnational field has an id of its own.

    Why: the synthesis has one section for each id.

    What to do: give one of the two another id, or bring their members together.
    """
    for delivery in dossier.of(CommonDefinition):
        fields = delivery.submission.transnational_fields
        for index, first in repeated(field.id for field in fields):
            yield error(
                "m2-field-twice",
                delivery.at("transnational_fields", index, "id"),
                f'there are two transnational fields with the id "{fields[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("transnational_fields", first, "id"), "first used here")],
            )


def field_unknown_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """The members of a transnational field are clusters that were selected for the metropolis named with them.

    Why: the synthesis of a field is made of the analyses of its members; for an unknown one there is no analysis.
    While there is no decision on a metropolis, nothing is said about its clusters.

    What to do: use the ids of inputs/partners.yaml and of the decision in inputs/m1_selection/coordinator.yaml.
    """
    known = [partner.id for partner in dossier.partners]
    for delivery, index, position, member in _members(dossier):
        place = ("transnational_fields", index, "members", position)
        selection = decided_for(dossier, member.metropolis)
        if member.metropolis not in known:
            yield error(
                "m2-field-unknown-cluster",
                delivery.at(*place, "metropolis"),
                f'"{member.metropolis}" is no metropolis of this project',
                label="not known",
                near=meant(member.metropolis, known),
                help=f"the metropolises are {', '.join(known)}",
            )
        elif selection and member.cluster not in selection.selection.selected:
            field = delivery.submission.transnational_fields[index]
            yield error(
                "m2-field-unknown-cluster",
                delivery.at(*place, "cluster"),
                f'the field "{field.id}" lists "{member.cluster}", '
                f"which was not selected for {dossier.name(member.metropolis)}",
                label="not in the selection",
                notes=[selected_instead(dossier, selection, member.cluster)],
                instead=meant(member.cluster, selection.selection.selected),
            )


def field_cluster_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every selected cluster belongs to a transnational field.

    Why: the synthesis is written by field; a cluster in none drops out of it. For a cluster of an observer this is a
    warning.

    What to do: add the cluster to the members of a field, or open a field for it.
    """
    delivery = dossier.one(CommonDefinition)
    if delivery is None:
        return
    grouped = {(member.metropolis, member.cluster) for _, _, _, member in _members(dossier)}
    for selection in decided(dossier):
        partner = dossier.partner(selection.selection.metropolis)
        for cluster in dict.fromkeys(selection.selection.selected):
            if partner and (partner.id, cluster) not in grouped:
                finding = error(
                    "m2-field-cluster-missing",
                    delivery.source.key_at("transnational_fields"),
                    f'no transnational field lists "{cluster}" of {partner.metropolis}',
                    label=f'"{cluster}" of {partner.metropolis} is in none',
                    notes=[Note(selection.selected(cluster), "selected here")],
                )
                yield weighed(finding, partner)


def field_cluster_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A selected cluster belongs to one transnational field.

    Why: its statements would be printed in the synthesis of each field that lists it. It may be meant, so this is a
    warning.

    What to do: keep it in the field where most of its partners are.
    """
    members = tuple(_members(dossier))
    for number, first in repeated((member.metropolis, member.cluster) for _, _, _, member in members):
        member = members[number][-1]
        yield warning(
            "m2-field-cluster-twice",
            _place(members[number]),
            f'"{member.cluster}" of {dossier.name(member.metropolis)} is listed in a transnational field again',
            label="again",
            notes=[Note(_place(members[first]), "first listed here")],
        )


_Listed = tuple[Delivery[CommonDefinition], int, int, Member]


def _members(dossier: Dossier) -> Iterator[_Listed]:
    for delivery in dossier.of(CommonDefinition):
        for index, field in enumerate(delivery.submission.transnational_fields):
            for position, member in enumerate(field.members):
                yield delivery, index, position, member


def _place(listed: _Listed) -> Span:
    delivery, index, position, _ = listed
    return delivery.at("transnational_fields", index, "members", position, "cluster")
