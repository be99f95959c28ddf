"""First names, last names, towns, streets and departments of the demo, with accents, hyphens, particles."""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for line in text.strip().splitlines() for name in line.split(" | "))


WOMEN = _listed("""
Zoé | Anaïs | Marie-Christine | Élodie | Noëlle | Françoise | Chloé | Maëlle | Jeanne | Solène | Agnès
Béatrice | Anne-Laure | Fatoumata | Nolwenn | Émilie | Hélène | Inès | Gaëlle | Océane | Marie-Ève | Aïcha
Clémence | Véronique | Lætitia | Séverine | Sophie | Nathalie | Amélie | Margaux | Perrine | Yasmina
Thérèse | Léa | Éléonore | Marion | Rokhaya | Cécile | Maud | Nadège | Lucie | Myriam | Anne-Gaëlle
Estelle | Salomé | Camille | Aurélie | Manon | Pauline | Sandrine | Mathilde | Delphine | Céline
Ludivine | Valérie | Sabine | Gwenaëlle | Khadija
""")

MEN = _listed("""
Noël | Jean-Baptiste | François | Loïc | Łukasz | Raphaël | Jérôme | Maël | Gaël | Étienne | Jean-Noël
Benoît | André | Frédéric | Mickaël | Ismaël | Théo | Yann | Hervé | Kévin | Joël | Pierre-Yves | Ousmane
Grégoire | Clément | Rémi | Sébastien | Anthony | Stéphane | Cédric | Aurélien | Marc-Antoine | Louis
Malo | Emmanuel | Nicolas | Valentin | Gérard | Jean-François | Adrien | Mathéo | Thibault | Régis | Karim
Ángel | Tanguy | Tristan | Boris | Hugo | Maxence | Guénolé | Bertrand | Fabien | Olivier | Sylvain
Matthieu | Philippe | Erwan | Mamadou | Arnaud
""")

LAST = _listed("""
d'Ornano | Le Goff | N'Diaye | Œuvrard | Lefèvre | Garçon | Le Bihan | de La Tour | Müller | Bézier
Lemaître | Kowalczyk | L'Hostis | Guérin | Hébert | Noël | Prévost | Gonçalves | Nuñez | Van den Broeck
d'Aboville | du Plessis | Le Floc'h | Quéméner | Saint-Pierre | Traoré | Ben Saïd | Château | Besançon
Hervé | Boulanger | Martin | Bernard | Thomas | Petit | Durand | Moreau | Laurent | Simon | Michel
Garcia | Roux | Fournier | Girard | Bonnet | Dupuis | Lambert | Fontaine | Rousseau | Vincent | Muller
Faure | Mercier | Blanc | Chevalier | Robin | Masson | Boyer | Picard | Renaud | Lemoine | Joly | Gauthier
Perrin | Morin | Mathieu | Clément | Gautier | Dumont | Fontanel | Roussel | Nicolas | Caron | Meunier
Lacroix | Benoît | Duval | Denis | Arnaud | Leclerc | Marchand | Vidal | Aubert | Guillaume | Charpentier
Rivière | Brun | Poirier | Barbier | Renard | Cousin | Schmitt | Bailly | Colin | Leroux | Hamon | Le Gall
Tanguy | Kerleroux | Riou | Madec | Le Corre | Cloarec | Gloaguen | Briand | Guéguen | Nédélec
Etcheverry | Haran | d'Arthuys | de Beaumanoir | Da Silva | El Amrani | Benali | Cissé | Diallo | Nguyễn
Rakotomalala | Belkacem | Çelik | Šimić | Péan | Crété | Foëx | Guérard | Thébault | Brossard | Viaud
Gendron | Chéneau | Pasquier | Rabouin | Tessier | Huet | Aguesse | Moinard | Ordronneau
""")

DEPARTMENTS = _listed("""
RH | Service paye | Service carrière | Direction générale | Direction des finances | Bureau des retraites
Secrétariat | Service du personnel | Pôle formation | Prévention et santé au travail | Comptabilité
Systèmes d'information | Qualité de vie au travail | Cellule maladie – invalidité | Affaires juridiques
""")

STREETS = _listed("""
place de l'Hôtel-de-Ville | rue des Frères-Lumière | avenue du Général-Leclerc | rue de l'Abbé-Grégoire
boulevard Jean-Jaurès | quai de la Fosse-aux-Loups | rue Marie-Curie | allée des Érables
""")

# Invented, so that no real town is shown. 41 of them: see `server.demo.employers`.
TOWNS = _listed("""
Ambreville-sur-Isle | Arcy-la-Forêt | Auberive-le-Vieil | Bellefosse-en-Mauges | Bourg-l'Abbesse
Brécy-en-Plaine | Chalonges-le-Bas | Châtel-sur-Orne | Clairvaux-les-Étangs | Courcelles-Saint-Noël
Domblans-le-Haut | Échauffour-la-Vallée | Estrées-en-Bocage | Fontenelle-aux-Bois | Garrigues-d'Oc
Gué-de-Vaire | Hautefeuille-le-Château | Igny-le-Moutier | Jonquières-sur-Lèze | Kermaria-Plouzec
Lanvénec-Huel | Lormaye-Sainte-Anne | Marcillac-du-Causse | Mézières-l'Abbaye | Montrésor-la-Côte
Neuvy-aux-Loges | Ormesson-le-Grand | Orsonnette | Plélan-sur-Mer | Pont-d'Arche | Quincy-les-Vignes
Rochebrune-les-Eaux | Saint-Aubin-des-Lises | Saint-Cyr-l'Océan | Sainte-Maure-du-Lac | Thézan-en-Aubrac
Uzeste-la-Garenne | Vauxbuin-le-Neuf | Villeneuve-d'Ance | Vitry-sous-Roche | Yzeures-Bassac
""")
