"""What the service says of itself in OpenAPI holds, whatever is sent: schemathesis makes up the requests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.core.result import Ok

from tests.serve.server import Server, serving

pytestmark = pytest.mark.slow
REQUESTS = 40  # for each operation


@pytest.fixture(scope="module")
def server(demo_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(demo_out, tmp_path_factory.mktemp("openapi") / "log", "--timeout", "2") as running:
        yield running


def test_every_operation(server: Server) -> None:
    schema = schemathesis.openapi.from_url(server.url.replace("/sparql", "/openapi.json"))
    # No schema tells a query from another text, so texts that fit the schema may be refused.
    accepted: Any = schemathesis.checks.CHECKS.get_one("positive_data_acceptance")
    checked = []
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        def holds(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(excluded_checks=[accepted])

        given = hypothesis.given(case=operation.as_strategy())(holds)
        hypothesis.settings(max_examples=REQUESTS, deadline=None, derandomize=True, database=None)(given)()
        checked.append(f"{operation.method.upper()} {operation.path}")
    assert checked == [
        "GET /sparql",
        "POST /sparql",
        "GET /.well-known/void",
        "GET /health",
        "GET /health/live",
        "GET /health/ready",
        "GET /metrics",
    ]
    assert "a fault of kg" not in server.log.read_text()
