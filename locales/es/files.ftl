# Archivos enviados con un formulario.
files-wrong-type = «{ $file }» es de otro tipo. Elija un archivo de este tipo: { $types }.
files-too-large = «{ $file }» es demasiado grande: { $limit } como máximo.
files-too-many = «{ $file }» sobra: { $limit } archivos como máximo.
files-empty = «{ $file }» está vacío. Elíjalo de nuevo.
files-either = { $before } o { $last }
files-kept = Recibido: { $file }
files-damaged = «{ $file }» está dañado o incompleto. Guárdelo de nuevo con el programa de origen y elija el archivo nuevo.
files-too-many-pixels = «{ $file }» tiene demasiados píxeles: { $width } × { $height }. Redúzcalo, por ejemplo a 4000 píxeles de ancho, y elíjalo de nuevo.
files-not-kept = «{ $file }» no se ha podido guardar: nuestro almacén de archivos no responde por un momento. No se ha perdido nada más. Elija el archivo de nuevo dentro de un minuto.
files-enlarge = Ampliar: { $file }
