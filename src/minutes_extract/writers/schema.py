"""The JSON Schema of `records.jsonl`, from the models; their docstrings are its descriptions."""

import json

from minutes_extract.records import RECORD, SCHEMA_VERSION


def schema() -> str:
    """The schema (JSON Schema 2020-12) as text, keys sorted, closed by a line feed: what `golden/schema.json` holds."""
    body = RECORD.json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "minutes-extract record",
        "description": f"One line of records.jsonl, contract version {SCHEMA_VERSION}.",
    }
    return json.dumps({**body, **head}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
