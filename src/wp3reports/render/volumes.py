"""Which parts a volume is bound from, in which order."""

from typing import Any

from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import Delivery, MilestoneReport, Partner
from wp3reports.render.chapters import final_chapters
from wp3reports.render.contents import captions, headings
from wp3reports.render.imprint import Imprint, local_imprint, merged_imprint
from wp3reports.render.index import index
from wp3reports.render.parts import Parts
from wp3reports.render.speech import Speech
from wp3reports.volume import Placement, Volume, Wording

MONOGRAPH = 3  # heading levels in the contents of a local report; merged reports show two
MERGED = 2


def local(parts: Parts, report: MilestoneReport, delivery: Delivery[Any], partner: Partner) -> Volume:
    """Everything that one metropolis handed in for one milestone."""
    imprint = local_imprint(report, delivery, partner, parts.press.speech)
    placed = Placement(
        parts.analysis(report, delivery, partner), f"{imprint.title} · {parts.press.speech.titled(report.period.title)}"
    )
    return _volume(parts, imprint, (), (placed,), MONOGRAPH)


def milestone(parts: Parts, report: MilestoneReport) -> Volume:
    """The merged report of a milestone with all local analyses as its annex."""
    period, package = report.period, report.project.work_package
    subtitle = f"Milestone {period.number} of work package {package.number}, {package.title}"
    imprint = merged_imprint(report, f"milestone/{period.milestone}", ("Milestone report", period.title, subtitle))
    annex = (
        parts.back(imprint, "annex", "Annex"),
        *(parts.annexed(report, partner) for partner in report.partners),
    )
    back = parts.sources(imprint), *parts.provenance(imprint, report.contributions)
    body = (*parts.chapters(report), *annex, *back)
    return _volume(parts, imprint, _front(parts, imprint), body, MERGED)


def final(parts: Parts, report: FinalReport) -> Volume:
    """The final report: its own chapters and one for each milestone, sources and an index."""
    imprint = merged_imprint(report, "final", _final_titles(report, "Final report"))
    chapters = final_chapters(parts, report)
    back = (
        parts.sources(imprint),
        parts.back(imprint, "index", "Index", index(report, (placed.part.html for placed in chapters))),
        *parts.provenance(imprint, report.contributions),
    )
    return _volume(parts, imprint, _front(parts, imprint), (*chapters, *back), MERGED)


def final_annex(parts: Parts, report: FinalReport) -> Volume:
    """All local analyses by metropolis."""
    imprint = merged_imprint(report, "final-annex", _final_titles(report, "Annex: local analyses"))
    analyses = [each for partner in report.partners for each in parts.of_partner(imprint, report, partner)]
    return _volume(parts, imprint, (), (*analyses, *parts.provenance(imprint, report.deliveries)), MERGED)


def _final_titles(report: FinalReport, kind: str) -> tuple[str, str, str]:
    package = report.project.work_package
    return kind, package.title, f"{report.project.title}, work package {package.number}"


def _front(parts: Parts, imprint: Imprint) -> tuple[Placement, ...]:
    """Between the contents and the first chapter of a merged report."""
    return parts.front(imprint, "people", "Authors and abbreviations"), parts.summary(imprint)


def _volume(
    parts: Parts, imprint: Imprint, front: tuple[Placement, ...], body: tuple[Placement, ...], levels: int
) -> Volume:
    """The volume with cover, control page and contents put before its parts; a merged one with its merged data."""
    placed = (*front, *body)
    lines = [
        (heading, heading.level + each.depth)
        for each in placed
        for heading in headings(each.part.html)
        if heading.level + each.depth <= levels
    ]
    speech = imprint.speech
    listed = [caption for each in placed if not each.depth for caption in captions(each.part.html)]
    placements = (
        parts.cover(imprint),
        parts.front(imprint, "control", speech.gettext("Document control")),
        parts.front(imprint, "contents", speech.gettext("Contents"), lines, listed),
        *placed,
    )
    return Volume(
        name=imprint.target,
        title=f"{imprint.title} – {imprint.kind}",
        placements=placements,
        issued=imprint.report.issued,
        author=imprint.responsible,
        subject=imprint.subject,
        keywords=imprint.keywords,
        foot=imprint.foot,
        language=speech.language,
        wording=_wording(speech),
        provenance=parts.provenances.of(imprint, placements, with_data=bool(front)),  # the others only repeat hand-ins
    )


def _wording(speech: Speech) -> Wording:
    """What the binder says in the volume's language."""
    return Wording(mark=speech.pgettext("mark on each page", "Draft"), of=speech.gettext("{page} of {last}"))
