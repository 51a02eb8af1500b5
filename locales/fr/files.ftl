# Fichiers envoyés avec un formulaire.
files-wrong-type = « { $file } » est d’un autre type. Choisissez un fichier de ce type : { $types }.
files-too-large = « { $file } » est trop volumineux : { $limit } au maximum.
files-too-many = « { $file } » est de trop : { $limit } fichiers au maximum.
files-empty = « { $file } » est vide. Choisissez-le à nouveau.
files-either = { $before } ou { $last }
files-kept = Reçu : { $file }
