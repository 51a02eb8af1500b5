# Fichiers envoyés avec un formulaire.
files-wrong-type = « { $file } » est d’un autre type. Choisissez un fichier de ce type : { $types }.
files-too-large = « { $file } » est trop volumineux : { $limit } au maximum.
files-too-many = « { $file } » est de trop : { $limit } fichiers au maximum.
files-empty = « { $file } » est vide. Choisissez-le à nouveau.
files-either = { $before } ou { $last }
files-kept = Reçu : { $file }
files-damaged = « { $file } » est endommagé ou incomplet. Enregistrez-le à nouveau depuis le programme d’origine, puis choisissez le nouveau fichier.
files-too-many-pixels = « { $file } » compte trop de pixels : { $width } × { $height }. Réduisez-le, par exemple à 4 000 pixels de large, puis choisissez-le à nouveau.
files-not-kept = « { $file } » n’a pas pu être conservé : notre espace de fichiers est momentanément inaccessible. Rien d’autre n’est perdu. Choisissez le fichier à nouveau dans une minute.
files-enlarge = Agrandir : { $file }
