"""The kinds of document that there are, and the two states that each is printed in."""

WORKED = ("m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes")
STATES: dict[str, tuple[str, ...]] = {"draft": (), "final": ("--final",)}  # with what `build` is told
EDITION = "local/m2_swot/st-petersburg.ru"  # a local report in another language and another script


def kinds(partner: str) -> tuple[str, ...]:
    """One local report for each milestone, all milestone reports, the final report and its annex; the longest first."""
    merged = ("final-annex", "final", *(f"milestone/{milestone}" for milestone in WORKED))
    return (*merged, *(f"local/{milestone}/{partner}" for milestone in WORKED))
