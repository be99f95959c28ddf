"""Files of employers: JSON and CSV, and where they are wrong."""

from pathlib import Path

import pytest

from models.rules.vocabulary import Civility
from server.cli.employers.employer_file import read_employer_file
from server.cli.employers.file_faults import FileFault, UnreadableFile
from tests.server.cli.employers.employer_files import an_entry, write_json

CSV = """\
name;siret;contractNumber;postalAddress;representative.civility;representative.lastName;\
representative.firstName;representative.title;funds;administrator.civility;administrator.lastName;\
administrator.firstName;administrator.email;administrator.professionalAddress
MAIRIE N° 1;21500001400017;VZ1;1 rue de la Mairie | 44150 ANCENIS;MADAME;O'Neill;Anne;Maire;CNRACL|RAFP;\
MONSIEUR;Louty;Jean;jean.louty@mairie1.example;1 rue de la Mairie|44150 ANCENIS

;;;;;;;;;MADAME;Dupont;Sara;sara@mairie1.example;1 rue de la Mairie
MAIRIE N° 2;21500002200010;VZ2;"2 rue de la Mairie
44150 ANCENIS";MADAME;O'Neill;Anne;;CNRACL;;;;;
"""


def faults_of(path: Path) -> tuple[FileFault, ...]:
    with pytest.raises(UnreadableFile) as caught:
        read_employer_file(path)
    return caught.value.faults


def test_each_employer_of_a_json_file_has_its_line(tmp_path: Path) -> None:
    entries = read_employer_file(write_json(tmp_path, an_entry(1), an_entry(2, administrators=[])))
    assert [entry.line for entry in entries] == [2, 3]
    first, second = (entry.creation for entry in entries)
    assert first.employer["name"] == "MAIRIE N° 1"
    assert first.employer["representative"]["title"] == "Maire"
    assert first.administrators[0]["professional_address"] == ("1 rue de la Mairie", "44150 ANCENIS")
    assert second.administrators == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_file_says_the_same_as_json(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "employers.csv"
    path.write_text(CSV.replace(";", delimiter), encoding=encoding, newline="")
    first, second = read_employer_file(path)
    assert (first.line, second.line) == (2, 5)
    json_entry = read_employer_file(write_json(tmp_path, an_entry(1)))[0]
    assert first.creation.administrators[0] == json_entry.creation.administrators[0]
    assert first.creation.employer == json_entry.creation.employer | {"siret": "21500001400017"}
    assert [person["first_name"] for person in first.creation.administrators] == ["Jean", "Sara"]
    assert second.creation.employer["postal_address"] == ("2 rue de la Mairie", "44150 ANCENIS")
    assert second.creation.administrators == ()


def test_a_civility_may_be_typed_in_small_letters(tmp_path: Path) -> None:
    person = {**an_entry(1)["administrators"][0], "civility": " madame "}
    (entry,) = read_employer_file(write_json(tmp_path, an_entry(1, administrators=[person])))
    assert entry.creation.administrators[0]["civility"] is Civility.MADAME


def test_what_is_missing_unknown_or_of_another_form_is_named(tmp_path: Path) -> None:
    unknown = an_entry(1, town="Ancenis")
    person = {**an_entry(1)["administrators"][0], "civility": "Mme"}
    nameless = {name: value for name, value in an_entry(2, administrators=[person]).items() if name != "name"}
    faults = faults_of(write_json(tmp_path, unknown, nameless, 3))
    assert [(fault.line, fault.field) for fault in faults] == [
        (2, "town"),
        (3, "name"),
        (3, "administrators.0.civility"),
        (4, ""),
    ]
    assert faults[1].text(Path("employers.json")) == "employers.json:3: name: is missing"
    assert not any("jean.louty" in fault.message for fault in faults)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"town": "Ancenis"}, "town", "is no field of such an object: check how it is spelled"),
        ({"siret": 5}, "siret", "a text is expected, in quotation marks"),
        ({"postalAddress": "1 rue Haute"}, "postalAddress", "a list is expected: [ … ]"),
        ({"representative": 5}, "representative", "an object is expected: { … }"),
        ({"administrators": [5]}, "administrators.0", "an object is expected: { … }"),
    ],
)
def test_each_fault_is_said_in_plain_words(
    tmp_path: Path, changes: dict[str, object], field: str, message: str
) -> None:
    assert faults_of(write_json(tmp_path, an_entry(1, **changes))) == (FileFault(2, field, message),)


def test_a_civility_that_is_none_is_said_in_plain_words(tmp_path: Path) -> None:
    person = {**an_entry(1)["administrators"][0], "civility": "Mme"}
    (fault,) = faults_of(write_json(tmp_path, an_entry(1, administrators=[person])))
    assert fault.message == "MADAME or MONSIEUR is expected"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("{}", 1),
        ("[]", 1),
        ('[\n{"name": }]', 2),
        ("[\n1\n2]", 3),
        ("[\n\n", 3),
        ("[1,", 1),
        ("[{},]", 1),
        ("[{}]\nrest", 2),
    ],
)
def test_a_file_that_is_no_list_of_employers_is_refused(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "employers.json"
    path.write_text(text, encoding="utf-8")
    assert faults_of(path)[0].line == line


@pytest.mark.parametrize(
    "hostile",
    ["[" * 100_000, "[" + '{"a":' * 100_000, f"[{'1' * 5_000}]", '[{"siret": "1", "siret": "2"}]'],
    ids=["deep lists", "deep objects", "a long number", "a key twice"],
)
def test_a_hostile_json_file_is_refused_in_one_line(tmp_path: Path, hostile: str) -> None:
    path = tmp_path / "employers.json"
    path.write_text(hostile, encoding="utf-8")
    assert len(faults_of(path)) == 1


def test_a_hostile_csv_file_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "employers.csv"
    path.write_text(f"name;siret\n{'x' * 200_000};1\n", encoding="utf-8")
    assert "no valid CSV" in faults_of(path)[0].message


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", '[\n"Sées"]'.encode("cp1252")), ("a.csv", b"name\n\x81")]
)
def test_a_name_is_never_guessed_from_another_encoding(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (fault,) = faults_of(path)
    assert (fault.line, "not UTF-8" in fault.message) == (2, True)


def test_an_empty_csv_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "employers.csv"
    path.write_text("name;siret\n", encoding="utf-8")
    assert faults_of(path) == (FileFault(1, "", "the file holds no employer"),)
