"""The messages of refusals, in French and in English: each says what to do."""

SENTENCES = {
    "required": ("Ce champ est à renseigner.", "This field is required."),
    "address": (
        "Un compte administrateur a besoin d'une adresse professionnelle : renseignez-la.",
        "An administrator's account needs a professional postal address: give one.",
    ),
    "101 characters": (
        "101 caractères, c'est trop : 100 au plus.",
        "101 characters are too many: at most 100.",
    ),
    "255 characters": (
        "255 caractères, c'est trop : 254 au plus.",
        "255 characters are too many: at most 254.",
    ),
    "39 characters": ("39 caractères, c'est trop : 38 au plus.", "39 characters are too many: at most 38."),
    "41 characters": ("41 caractères, c'est trop : 40 au plus.", "41 characters are too many: at most 40."),
    "201 characters": (
        "201 caractères, c'est trop : 200 au plus.",
        "201 characters are too many: at most 200.",
    ),
    "7 lines": ("7 lignes, c'est trop : 6 au plus.", "7 lines are too many: at most 6."),
    "control": (
        "Un caractère invisible (U+0000) s'y trouve : effacez-le.",
        "It holds an invisible character (U+0000): remove it.",
    ),
    "bell": (
        "Un caractère invisible (U+0007) s'y trouve : effacez-le.",
        "It holds an invisible character (U+0007): remove it.",
    ),
    "line feed": (
        "Un caractère invisible (U+000A) s'y trouve : effacez-le.",
        "It holds an invisible character (U+000A): remove it.",
    ),
    "right to left": (
        "Un caractère invisible (U+202E) s'y trouve : effacez-le.",
        "It holds an invisible character (U+202E): remove it.",
    ),
    "nameless": ("Un nom comporte au moins une lettre.", "A name holds at least one letter."),
    "e-mail": (
        "Cette adresse n'a pas la forme d'une adresse de courriel, comme prenom.nom@exemple.fr.",
        "This does not have the form of an e-mail address, such as first.last@example.org.",
    ),
    "phone": (
        "Ce numéro n'existe pas sous cette forme : écrivez-le comme 02 41 05 19 38 ou +33 2 41 05 19 38.",
        "No number has this form: write it like 02 41 05 19 38 or +33 2 41 05 19 38.",
    ),
    "id": (
        "Cet id n'est pas de la forme attendue ici : donnez-le tel que le service l'a rendu.",
        "This id is not of the kind expected here: give it as the service returned it.",
    ),
    "not found": (
        "Introuvable parmi ce que vous administrez : vérifiez la saisie.",
        "Not found among what you administer: check what was given.",
    ),
    "conflict": (
        "Quelqu'un d'autre a changé ce compte entre-temps : rien n'a été écrit. Relisez-le, puis reprenez.",
        "Someone else has changed this account since: nothing was written. Read it again, then resume.",
    ),
    "service": (
        "L'établissement n'a pas ce service : choisissez parmi les siens.",
        "The employer does not have this service: choose among its own.",
    ),
    "level": (
        "« Vos courriers » ne connaît pas ce niveau : choisissez-en un autre.",
        "'Vos courriers' does not have this level: choose another.",
    ),
    "twice": (
        "Ce service figure deux fois : gardez un seul niveau.",
        "This service is named twice: keep one level.",
    ),
    "ids or matching": (
        "Donnez « ids » ou « matching », l'un des deux.",
        "Give 'ids' or 'matching', one of the two.",
    ),
    "251 accounts": (
        "251 à la fois, c'est trop : 250 au plus. Restreignez la demande.",
        "251 at once are too many: at most 250. Ask for fewer.",
    ),
    "employers": (
        "Ces comptes relèvent de plusieurs employeurs : faites une demande pour chacun.",
        "These accounts belong to several employers: make one request for each.",
    ),
    "demotion": (
        "Un administrateur ne redevient pas utilisateur : supprimez le compte et recréez-le.",
        "An administrator cannot become a user: delete the account and create it anew.",
    ),
    "expired": (
        "Ce compte a expiré : renouvelez-le avant de le modifier.",
        "This account has expired: renew it before modifying it.",
    ),
    "first": ("« first » va de 1 à 100.", "'first' goes from 1 to 100."),
    "one end": (
        "Donnez « first » (avec « after ») ou « last » (avec « before »), l'un des deux.",
        "Give 'first' (with 'after') or 'last' (with 'before'), one of the two.",
    ),
    "cursor": (
        "Ce curseur vient d'une autre liste, d'une autre recherche ou d'un autre ordre : "
        "reprenez à la première page.",
        "This cursor comes from another list, search or order: start again from the first page.",
    ),
}
