import type { TranslationOf } from "../i18n/translation";

export const fr = {
  personalData: {
    title: "Vos données personnelles",
    lead: "Ce que la gestion des comptes garde sur vous, pourquoi, et combien de temps.",
    whatTitle: "Ce qui est gardé",
    what: "Votre civilité, votre nom, votre adresse électronique, votre téléphone, votre service, votre adresse professionnelle si vous êtes administrateur, vos droits et vos connexions. De votre mot de passe, seule une empreinte est gardée.",
    whyTitle: "Pourquoi",
    why: "Pour vous ouvrir les services de la plateforme auxquels votre employeur vous habilite, et pour que chaque opération sur un compte puisse être retrouvée.",
    whoTitle: "Qui les voit",
    who: "Vous, et les administrateurs de votre établissement. Le représentant légal est informé par courrier. Les services partenaires ne lisent que l’état du compte, sans votre nom.",
    howLongTitle: "Combien de temps",
    howLong:
      "Tant que le compte existe. Une fois supprimé, il peut être restauré pendant un temps, puis vos données sont effacées ; l’historique ne garde qu’un pseudonyme.",
    rightsTitle: "Les consulter, les corriger",
    rights:
      "« Mon compte » vous les montre. Pour les corriger ou les faire effacer, adressez-vous à un administrateur de votre établissement.",
    cookieTitle: "Cookies",
    cookie: "Un seul, nécessaire à votre session : il n’est pas gardé après elle.",
  },
  signIn: "Se connecter",
};

export const en: TranslationOf<typeof fr> = {
  personalData: {
    title: "Your personal data",
    lead: "What the account desk keeps about you, why, and for how long.",
    whatTitle: "What is kept",
    what: "Your title, your name, your e-mail address, your phone number, your department, your professional address if you are an administrator, your rights and your sign-ins. Of your password, only a hash is kept.",
    whyTitle: "Why",
    why: "To open to you the services of the platform that your employer grants you, and so that every operation on an account can be traced.",
    whoTitle: "Who sees them",
    who: "You, and the administrators of your employer. The legal representative is told by letter. Partner services read only the state of the account, without your name.",
    howLongTitle: "For how long",
    howLong:
      "As long as the account exists. Once deleted, it can be restored for a while, then your data are erased; the history keeps only a pseudonym.",
    rightsTitle: "Reading and correcting them",
    rights:
      "“My account” shows them. To have them corrected or erased, ask an administrator of your employer.",
    cookieTitle: "Cookies",
    cookie: "Only one, which your session needs: it is not kept after it.",
  },
  signIn: "Sign in",
};
