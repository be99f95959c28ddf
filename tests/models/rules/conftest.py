"""Few examples at every run, for speed; no deadline, since a busy machine makes no rule slow."""

from hypothesis import settings

settings.register_profile("rules", max_examples=40, deadline=None)
settings.load_profile("rules")
