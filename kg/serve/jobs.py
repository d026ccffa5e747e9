"""The jobs that a worker may be given."""

from kg.serve import linked, pages
from kg.serve.description import description
from kg.serve.job import Job
from kg.serve.query import query

JOBS: tuple[Job, ...] = (
    query, description, linked.known, linked.described, linked.labels, pages.home, pages.found, pages.themes,
    pages.answered,
)  # fmt: skip
