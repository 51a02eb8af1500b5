# Files that come with a form.
files-wrong-type = “{ $file }” is of another type. Choose a file of this type: { $types }.
files-too-large = “{ $file }” is too large: at most { $limit }.
files-too-many = “{ $file }” is one file too many: at most { $limit }.
files-empty = “{ $file }” is empty. Choose it again.
files-either = { $before } or { $last }
files-kept = Received: { $file }
