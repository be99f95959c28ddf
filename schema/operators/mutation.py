"""The mutations of operators, each with what it costs (N3)."""

import strawberry

from schema.limits.cost_directives import Cost, ListSize
from schema.operators.approve_registration import approve_registration
from schema.operators.find_person import find_person
from schema.operators.refuse_registration import refuse_registration
from schema.operators.resend_invitation_as_operator import resend_invitation_as_operator
from schema.operators.resend_messages import resend_messages
from schema.operators.sign_in_operator import sign_in_operator
from schema.operators.sign_out_operator import sign_out_operator
from schema.operators.unlock_as_operator import unlock_as_operator

PASSWORD_HASH_COST, TRANSACTION_COST, ACCOUNT_TRANSACTION_COST = (
    Cost(weight=500),
    Cost(weight=50),
    Cost(weight=100),
)
"""As those of accounts (`schema.mutation`)."""
RESEND_LIST_SIZE, RESEND_COST = (
    ListSize(assumed_size=100, slicing_arguments=["input.ids"]),
    Cost(weight=50, each=15),
)
"""Messages that are sent again: each may be of another employer, in whose history it is written."""
LOOK_UP_COST = Cost(weight=400)
"""A look-up writes the history of each employer whose person it returns: 20 at most."""


@strawberry.type(description="What operators can change; at their endpoint only.")
class OperatorMutation:
    sign_in_operator = strawberry.mutation(
        resolver=sign_in_operator,
        description="For operators, at their endpoint: begin a session of 4 hours at most, in its cookie.",
        directives=[PASSWORD_HASH_COST],
    )
    sign_out_operator = strawberry.mutation(
        resolver=sign_out_operator,
        description="For operators, at their endpoint: end this session.",
        directives=[TRANSACTION_COST],
    )
    find_person = strawberry.mutation(
        resolver=find_person,
        description="For operators: find a person by the exact identifier or e-mail address. A mutation, "
        "because each look is written in the history of the person's employer.",
        directives=[LOOK_UP_COST],
    )
    resend_invitation_as_operator = strawberry.mutation(
        resolver=resend_invitation_as_operator,
        description="For operators: e-mail a new link to create the first password; older ones stop working.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    unlock_as_operator = strawberry.mutation(
        resolver=unlock_as_operator,
        description="For operators: lift the lock that wrong passwords brought.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    approve_registration = strawberry.mutation(
        resolver=approve_registration,
        description="For operators: approve a request. The letter with the code goes to the legal "
        "representative, and an e-mail to the first administrator.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    refuse_registration = strawberry.mutation(
        resolver=refuse_registration,
        description="For operators: refuse a request, with a reason that is e-mailed.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    resend_messages = strawberry.mutation(
        resolver=resend_messages,
        description="For operators: send messages again that were given up.",
        directives=[RESEND_LIST_SIZE, RESEND_COST],
    )
