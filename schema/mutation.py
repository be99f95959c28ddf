"""The list of mutations, each with what it costs."""

import strawberry

from schema.accounts.create_account import create_account
from schema.accounts.delete_accounts import delete_accounts
from schema.accounts.end_account_sessions import end_account_sessions
from schema.accounts.modify_account import modify_account
from schema.accounts.renew_accounts import renew_accounts
from schema.accounts.resend_invitations import resend_invitations
from schema.accounts.restore_accounts import restore_accounts
from schema.accounts.send_password_resets import send_password_resets
from schema.accounts.unlock_accounts import unlock_accounts
from schema.employers.mandates.accept_mandate import accept_mandate
from schema.employers.mandates.decline_mandate import decline_mandate
from schema.employers.mandates.end_mandate import end_mandate
from schema.employers.mandates.name_mandate_holder import name_mandate_holder
from schema.employers.mandates.propose_mandate import propose_mandate
from schema.employers.mandates.remove_mandate_holder import remove_mandate_holder
from schema.employers.modify_employer import modify_employer
from schema.limits.cost_directives import Cost, ListSize
from schema.operators.mutation import OperatorMutation
from schema.partners.register_webhook import register_webhook
from schema.partners.remove_webhook import remove_webhook
from schema.partners.replay_deliveries import replay_deliveries
from schema.partners.rotate_webhook_secret import rotate_webhook_secret
from schema.registrations.confirm_registration import confirm_registration
from schema.registrations.confirm_registration_email import confirm_registration_email
from schema.registrations.request_registration import request_registration
from schema.registrations.request_registration_letter import request_registration_letter
from schema.registrations.request_succession import request_succession
from schema.registrations.save_registration import save_registration
from schema.sign_in.change_password import change_password
from schema.sign_in.create_password import create_password
from schema.sign_in.end_sessions import end_other_sessions, end_session
from schema.sign_in.request_password_reset import request_password_reset
from schema.sign_in.sign_in import sign_in
from schema.sign_in.sign_out import sign_out

BULK_LIST_SIZE = ListSize(assumed_size=10_000, slicing_arguments=["input.ids"], sized_fields=["results"])
"""A search may match up to 10,000 accounts."""
TRANSACTION_COST, PASSWORD_HASH_COST = Cost(weight=50), Cost(weight=500)
"""In units of one object read: a transaction takes as long as 50, hashing a password ten times that."""
ACCOUNT_TRANSACTION_COST = Cost(weight=100)
"""A transaction that writes the details of an account."""
BULK_CHANGE_COST, BULK_DELETE_COST, BULK_INVITATION_COST, BULK_RESTORE_COST = (
    Cost(weight=50, each=3),
    Cost(weight=50, each=5),
    Cost(weight=50, each=15),
    Cost(weight=50, each=18),
)
"""Bulk operations also cost `each` per account: more if sessions and links end, most for an e-mail.

Each account that is restored may bring an e-mail.
"""


@strawberry.type(description="What can be changed. Each field is one transaction.")
class Mutation(OperatorMutation):
    create_account = strawberry.mutation(
        resolver=create_account,
        description="Create an account: rights, e-mail, letter and history come with it, or nothing does.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    modify_account = strawberry.mutation(
        resolver=modify_account,
        description="Change details, profile and rights together, all or nothing, from the version read.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    renew_accounts = strawberry.mutation(
        resolver=renew_accounts,
        description="Renew accounts: they are valid for another 18 months from today.",
        directives=[BULK_LIST_SIZE, BULK_CHANGE_COST],
    )
    delete_accounts = strawberry.mutation(
        resolver=delete_accounts,
        description="Access ends at once. Accounts can be restored for 30 days.",
        directives=[BULK_LIST_SIZE, BULK_DELETE_COST],
    )
    restore_accounts = strawberry.mutation(
        resolver=restore_accounts,
        description="Deleted accounts come back with the same identifier and rights; those that are pending "
        "get a new invitation.",
        directives=[BULK_LIST_SIZE, BULK_RESTORE_COST],
    )
    resend_invitations = strawberry.mutation(
        resolver=resend_invitations,
        description="E-mail a new link to create the first password; older links stop working.",
        directives=[BULK_LIST_SIZE, BULK_INVITATION_COST],
    )
    unlock_accounts = strawberry.mutation(
        resolver=unlock_accounts,
        description="Lift the lock that wrong passwords brought.",
        directives=[BULK_LIST_SIZE, BULK_CHANGE_COST],
    )
    send_password_resets = strawberry.mutation(
        resolver=send_password_resets,
        description="E-mail colleagues with an active account a link to a new password, for an hour; older "
        "links stop working.",
        directives=[BULK_LIST_SIZE, BULK_INVITATION_COST],
    )
    end_account_sessions = strawberry.mutation(
        resolver=end_account_sessions,
        description="End all sessions of colleagues at once; the answer does not say whether any was open.",
        directives=[BULK_LIST_SIZE, BULK_DELETE_COST],
    )
    modify_employer = strawberry.mutation(
        resolver=modify_employer,
        description="Correct an employer's postal address and legal representative; for its own "
        "administrators.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    propose_mandate = strawberry.mutation(
        resolver=propose_mandate,
        description="Propose a mandate to a centre, found by its exact SIRET or contract number.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    accept_mandate = strawberry.mutation(
        resolver=accept_mandate,
        description="Accept a mandate for the centre; its administrators then name the holders.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    decline_mandate = strawberry.mutation(
        resolver=decline_mandate,
        description="Decline a mandate for the centre.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    end_mandate = strawberry.mutation(
        resolver=end_mandate,
        description="End a mandate, or withdraw a proposal, for either side: at once.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    name_mandate_holder = strawberry.mutation(
        resolver=name_mandate_holder,
        description="Let an administrator of the centre act under the mandate.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    remove_mandate_holder = strawberry.mutation(
        resolver=remove_mandate_holder,
        description="End what a holder may do under the mandate, at once.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    request_registration = strawberry.mutation(
        resolver=request_registration,
        description="Ask for an employer to be registered; an operator decides, and the answer goes by "
        "e-mail.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    save_registration = strawberry.mutation(
        resolver=save_registration,
        description="Keep the form of a registration for 30 days; the link to go on with goes by e-mail.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    request_succession = strawberry.mutation(
        resolver=request_succession,
        description="Ask for a new administrator of an employer whose administrators are gone.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    confirm_registration_email = strawberry.mutation(
        resolver=confirm_registration_email,
        description="Confirm the e-mail address of a request by the link that was sent to it.",
        directives=[TRANSACTION_COST],
    )
    confirm_registration = strawberry.mutation(
        resolver=confirm_registration,
        description="Enter the code of the letter: the administrator's account opens, and is invited by "
        "e-mail.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    request_registration_letter = strawberry.mutation(
        resolver=request_registration_letter,
        description="Send the legal representative another letter with another code; at most 3 in all.",
        directives=[ACCOUNT_TRANSACTION_COST],
    )
    register_webhook = strawberry.mutation(
        resolver=register_webhook,
        description="For partners: register a webhook, to which changes are posted; at most 10.",
        directives=[TRANSACTION_COST],
    )
    rotate_webhook_secret = strawberry.mutation(
        resolver=rotate_webhook_secret,
        description="For partners: replace the webhook's secret; the former one stays valid for 24 hours.",
        directives=[TRANSACTION_COST],
    )
    remove_webhook = strawberry.mutation(
        resolver=remove_webhook,
        description="For partners: remove the webhook, with everything that waits to be delivered.",
        directives=[TRANSACTION_COST],
    )
    replay_deliveries = strawberry.mutation(
        resolver=replay_deliveries,
        description="For partners: deliver dead letters again, under the same ids.",
        directives=[TRANSACTION_COST],
    )
    sign_in = strawberry.mutation(
        resolver=sign_in,
        description="Begin a session, kept in a cookie that scripts cannot read.",
        directives=[PASSWORD_HASH_COST],
    )
    sign_out = strawberry.mutation(
        resolver=sign_out,
        description="End this session.",
        directives=[TRANSACTION_COST],
    )
    end_session = strawberry.mutation(
        resolver=end_session,
        description="End one of one's own sessions.",
        directives=[TRANSACTION_COST],
    )
    end_other_sessions = strawberry.mutation(
        resolver=end_other_sessions,
        description="End all of one's own sessions but this one.",
        directives=[TRANSACTION_COST],
    )
    create_password = strawberry.mutation(
        resolver=create_password,
        description="Use a link up: the first password, or a new one.",
        directives=[PASSWORD_HASH_COST],
    )
    change_password = strawberry.mutation(
        resolver=change_password,
        description="Change one's own password; all other sessions end.",
        directives=[PASSWORD_HASH_COST],
    )
    request_password_reset = strawberry.mutation(
        resolver=request_password_reset,
        description="A link by e-mail, for an hour; the same answer whether or not the identifier exists.",
        directives=[TRANSACTION_COST],
    )
