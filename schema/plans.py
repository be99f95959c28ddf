"""What the nouns of the schema declare for plans (`schema.execution.declared`)."""

from schema.accounts.page_plan import plan_account_connection
from schema.accounts.types import actions_of, employers_of, invitations_of, rights_of
from schema.employers.key_plan import plan_employer
from schema.execution.declared import Declared
from schema.history.types import employers_acted_for

DECLARED = Declared(
    objects={"AccountConnection": plan_account_connection},
    fields={("Query", "employer"): plan_employer},
    batches={
        ("Account", "actions"): actions_of,
        ("Account", "employer"): employers_of,
        ("Account", "invitation"): invitations_of,
        ("Account", "rights"): rights_of,
        ("HistoryEntry", "onBehalfOf"): employers_acted_for,
    },
)
