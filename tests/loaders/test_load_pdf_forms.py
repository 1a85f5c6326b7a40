"""Form fields of PDFs: what is filled in is read in its place."""

from typing import Any

from loader_papers import grid, pdf, texts

from minutes_extract.document import TextLayer
from minutes_extract.loaders import load_bytes


def _form(sheet: Any) -> None:
    sheet.drawString(72, 720, "Key decision:")
    for x, name, ticked in ((180, "Yes", True), (240, "No", False)):
        sheet.acroForm.checkbox(name=name, x=x, y=717, size=12, checked=ticked)
        sheet.drawString(x + 16, 720, name)
    sheet.drawString(72, 690, "Decision maker:")
    sheet.acroForm.textfield(name="maker", x=180, y=684, width=200, height=16, value="Director of Place")
    sheet.drawString(72, 660, "Ward:")
    sheet.acroForm.choice(
        name="ward", x=180, y=654, width=200, height=16, value="Merrow", options=["Merrow", "Tolland"]
    )
    sheet.drawString(72, 630, "Urgent:")
    for x, value in ((180, "Yes"), (240, "No")):
        sheet.acroForm.radio(name="urgent", value=value, x=x, y=627, size=12, selected=value == "No")
        sheet.drawString(x + 16, 630, value)


def test_fields_stand_in_their_lines() -> None:
    assert [text.replace("\t", " ") for text in texts(load_bytes(pdf(_form), "a.pdf"))] == [
        "Key decision: ☒ Yes ☐ No",
        "Decision maker: Director of Place",
        "Ward: Merrow",
        "Urgent: ☐ Yes ☒ No",
    ]


def test_a_field_of_several_lines() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(72, 720, "Reasons")
        words = "The roof leaks.\nThe boiler is old."
        sheet.acroForm.textfield(
            name="why", x=72, y=600, width=300, height=60, value=words, fieldFlags="multiline", maxlen=200
        )

    assert texts(load_bytes(pdf(draw), "a.pdf")) == ["Reasons", "The roof leaks.", "The boiler is old."]


def test_a_field_in_a_ruled_table_stands_in_its_cell() -> None:
    def draw(sheet: Any) -> None:
        for y in (640, 670, 700):
            sheet.line(72, y, 400, y)
        for x in (72, 200, 400):
            sheet.line(x, 640, x, 700)
        sheet.drawString(80, 680, "Decision maker")
        sheet.drawString(80, 650, "Cost")
        sheet.acroForm.textfield(name="maker", x=204, y=674, width=190, height=20, value="Head of Parks")
        sheet.acroForm.textfield(name="cost", x=204, y=644, width=190, height=20, value="£12,500")

    assert grid(pdf(draw), "a.pdf") == [
        (0, 0, 0, "Decision maker"), (0, 0, 1, "Head of Parks"), (0, 1, 0, "Cost"), (0, 1, 1, "£12,500"),
    ]  # fmt: skip


def test_a_page_of_nothing_but_fields_has_text() -> None:
    def draw(sheet: Any) -> None:
        sheet.acroForm.textfield(name="maker", x=72, y=684, width=200, height=16, value="Director of Place")

    document = load_bytes(pdf(draw), "a.pdf")
    assert (texts(document), document.text_layer) == (["Director of Place"], TextLayer.NATIVE)


def test_hidden_fields_and_passwords_are_left_out() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(72, 720, "Form")
        sheet.acroForm.textfield(name="a", x=72, y=684, width=200, height=16, value="hidden", annotationFlags="hidden")
        sheet.acroForm.textfield(name="b", x=72, y=650, width=200, height=16, value="secret", fieldFlags="password")
        sheet.acroForm.textfield(name="c", x=72, y=620, width=200, height=16, value="")

    assert texts(load_bytes(pdf(draw), "a.pdf")) == ["Form"]


def test_many_fields_are_bounded() -> None:
    def draw(sheet: Any) -> None:
        for at in range(300):
            sheet.drawString(72, 800 - 2 * at, "a line of words that runs across the fields of its page")
            sheet.acroForm.checkbox(name=f"b{at}", x=150, y=800 - 2 * at, size=3)

    assert len(texts(load_bytes(pdf(draw), "a.pdf"))) >= 300
