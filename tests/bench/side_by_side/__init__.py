"""The service beside its peers on the same rows: `python -m tests.bench.side_by_side`."""
