# Archivos enviados con un formulario.
files-wrong-type = «{ $file }» es de otro tipo. Elija un archivo de este tipo: { $types }.
files-too-large = «{ $file }» es demasiado grande: { $limit } como máximo.
files-too-many = «{ $file }» sobra: { $limit } archivos como máximo.
files-empty = «{ $file }» está vacío. Elíjalo de nuevo.
files-either = { $before } o { $last }
files-kept = Recibido: { $file }
