# Files that come with a form.
files-wrong-type = “{ $file }” is of another type. Choose a file of this type: { $types }.
files-too-large = “{ $file }” is too large: at most { $limit }.
files-too-many = “{ $file }” is one file too many: at most { $limit }.
files-empty = “{ $file }” is empty. Choose it again.
files-either = { $before } or { $last }
files-kept = Received: { $file }
files-damaged = “{ $file }” is damaged or cut off. Save it again from the program that made it, and choose the new file.
files-too-many-pixels = “{ $file }” has too many pixels: { $width } × { $height }. Make it smaller, for example 4,000 pixels wide, and choose it again.
files-not-kept = “{ $file }” could not be kept: our file store cannot be reached for a moment. Nothing else is lost. Choose the file again in a minute.
files-enlarge = Enlarge: { $file }
