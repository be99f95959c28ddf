"""The sentences of the e-mails that say where a registration or succession stands (N1, N2)."""

from models.rules.registrations.states import RegistrationNews
from models.rules.vocabulary import Language

SUBJECTS = {
    Language.FRENCH: {
        RegistrationNews.RECEIVED: "Votre demande est bien arrivée",
        RegistrationNews.REGISTERED_ALREADY: "Cet établissement est déjà inscrit",
        RegistrationNews.PENDING_ALREADY: "Une demande est déjà en cours",
        RegistrationNews.EMPLOYER_UNKNOWN: "Cet établissement n'est pas inscrit",
        RegistrationNews.OTHER_APPROVED: "Une autre demande est acceptée",
        RegistrationNews.GAVE_WAY: "Votre demande est à refaire",
        RegistrationNews.APPROVED: "Votre demande est acceptée",
        RegistrationNews.REFUSED: "Votre demande est refusée",
        RegistrationNews.LETTER_SENT: "Un nouveau courrier part",
    },
    Language.ENGLISH: {
        RegistrationNews.RECEIVED: "Your request has arrived",
        RegistrationNews.REGISTERED_ALREADY: "This employer is registered already",
        RegistrationNews.PENDING_ALREADY: "A request is under way already",
        RegistrationNews.EMPLOYER_UNKNOWN: "This employer is not registered",
        RegistrationNews.OTHER_APPROVED: "Another request is approved",
        RegistrationNews.GAVE_WAY: "Your request has to be sent again",
        RegistrationNews.APPROVED: "Your request is approved",
        RegistrationNews.REFUSED: "Your request is refused",
        RegistrationNews.LETTER_SENT: "Another letter is on its way",
    },
}
SENTENCES = {
    Language.FRENCH: {
        RegistrationNews.RECEIVED: "Vous avez demandé {what}. Un opérateur de la Plateforme l'examine, et un "
        "courriel vous dira sa réponse. Ouvrez ce lien pour confirmer votre adresse et suivre la demande :",
        RegistrationNews.REGISTERED_ALREADY: "Vous avez demandé {what}. Un établissement est déjà inscrit "
        "sous "
        "ce SIRET ou ce numéro de contrat : demandez un compte à ses administrateurs. S'ils sont partis, "
        "l'écran de connexion propose « Notre administrateur est parti ».",
        RegistrationNews.PENDING_ALREADY: "Vous avez demandé {what}. Une autre demande est déjà en cours "
        "pour "
        "cet établissement : la vôtre n'est pas gardée. Voyez avec vos collègues qui l'a faite.",
        RegistrationNews.EMPLOYER_UNKNOWN: "Vous avez demandé {what}. Aucun établissement n'est inscrit "
        "sous ce "
        "numéro : vérifiez-le, ou inscrivez l'établissement depuis l'écran de connexion.",
        RegistrationNews.OTHER_APPROVED: "Vous avez demandé {what}. Une autre demande pour cet établissement "
        "est acceptée, et la vôtre prend fin. Voyez avec vos collègues qui l'a faite. Si ce n'est aucun "
        "d'eux, prévenez sans attendre l'assistance technique de la Plateforme employeurs publics.",
        RegistrationNews.GAVE_WAY: "Vous avez demandé {what}. Trop de demandes sont arrivées depuis pour cet "
        "établissement, et votre adresse n'était pas confirmée : la vôtre n'est plus gardée. Refaites-la, "
        "puis ouvrez le lien du courriel qui l'accuse : elle restera.",
        RegistrationNews.APPROVED: "Vous avez demandé {what}, et c'est accepté. Un courrier avec un code "
        "part "
        "au représentant légal de l'établissement. Demandez-lui ce code, et entrez-le au plus tard le "
        "{until}, à la page de ce lien :",
        RegistrationNews.REFUSED: "Vous avez demandé {what}. Un opérateur de la Plateforme a refusé la "
        "demande.",
        RegistrationNews.LETTER_SENT: "Un nouveau courrier avec un nouveau code part au représentant légal "
        "pour "
        "{what}. L'ancien code ne vaut plus. Entrez le nouveau au plus tard le {until}, à la page de ce "
        "lien :",
    },
    Language.ENGLISH: {
        RegistrationNews.RECEIVED: "You asked for {what}. An operator of the platform looks at it, and an "
        "e-mail will bring you the answer. Open this link to confirm your address and follow the request:",
        RegistrationNews.REGISTERED_ALREADY: "You asked for {what}. An employer is registered already under "
        "this SIRET or contract number: ask its administrators for an account. If they are gone, the sign-in "
        "screen offers 'Our administrator has left'.",
        RegistrationNews.PENDING_ALREADY: "You asked for {what}. Another request for this employer is under "
        "way "
        "already, and yours is not kept. Ask your colleagues who sent it.",
        RegistrationNews.EMPLOYER_UNKNOWN: "You asked for {what}. No employer is registered under this "
        "number: "
        "check it, or register the employer from the sign-in screen.",
        RegistrationNews.OTHER_APPROVED: "You asked for {what}. Another request for this employer is "
        "approved, and yours ends. Ask your colleagues who sent it. If none of them did, tell the support of "
        "the platform without delay.",
        RegistrationNews.GAVE_WAY: "You asked for {what}. Too many requests for this employer have come "
        "since, and your address was not confirmed: yours is not kept any more. Send it again, then open "
        "the link of the e-mail that confirms it: it will stay.",
        RegistrationNews.APPROVED: "You asked for {what}, and it is approved. A letter with a code leaves "
        "for "
        "the employer's legal representative. Ask them for this code, and enter it by {until}, on the page "
        "of "
        "this link:",
        RegistrationNews.REFUSED: "You asked for {what}, and an operator of the platform has refused it.",
        RegistrationNews.LETTER_SENT: "Another letter with another code leaves for the legal representative, "
        "for {what}. The former code is worthless. Enter the new one by {until}, on the page of this link:",
    },
}
