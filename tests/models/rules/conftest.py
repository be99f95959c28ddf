"""Few examples at every run, for speed; no deadline, because examples run slowly on a busy machine."""

from hypothesis import settings

settings.register_profile("rules", max_examples=40, deadline=None)
settings.load_profile("rules")
