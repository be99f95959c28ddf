"""What is wrong with the form of an object in a file, in words of our own: pydantic's speak of its types."""

from pydantic_core import ErrorDetails

_MESSAGES = {
    "missing": "is missing",
    "extra_forbidden": "is no field of such an object: check how it is spelled",
    "string_type": "a text is expected, in quotation marks",
    "string_unicode": "the text holds characters that are not valid",
    "tuple_type": "a list is expected: [ … ]",
    "enum": "MADAME or MONSIEUR is expected",
    "model_type": "an object is expected: { … }",
    "model_attributes_type": "an object is expected: { … }",
}


def form_fault(fault: ErrorDetails) -> str:
    """Return the sentence of a fault, without the value at fault, which is personal."""
    return _MESSAGES.get(fault["type"], "cannot be read")
