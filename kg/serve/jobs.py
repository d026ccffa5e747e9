"""The jobs that a worker may be given."""

from kg.serve.description import description
from kg.serve.job import Job
from kg.serve.query import query

JOBS: tuple[Job, ...] = (query, description)
