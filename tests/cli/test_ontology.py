import json

import pytest

from kg.cli import main


def test_all_terms_one_term_and_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ontology"]) == 0
    assert "pk:Tenure" in capsys.readouterr().out
    for wanted in ("Tenure", "pk:Tenure", "任职", "tenure"):
        assert main(["ontology", wanted]) == 0
        assert capsys.readouterr().out.startswith("pk:Tenure  任职  tenure")
    beginnings = {"ttl": "# policy-kg: terms", "shapes": "# policy-kg: what", "themes": "# policy-kg themes"}
    for what, beginning in beginnings.items():
        assert main(["ontology", "--print", what]) == 0
        assert capsys.readouterr().out.startswith(beginning)
    assert main(["ontology", "--print", "context"]) == 0
    assert json.loads(capsys.readouterr().out)["@context"]["hosts"] == {"@id": "pk:hosts", "@type": "@id"}
    assert main(["ontology", "hosts", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["domain"] == "pk:Person"


def test_no_such_term(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ontology", "hostt"]) == 2
    assert "did you mean hosts?" in capsys.readouterr().err
