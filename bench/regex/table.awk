# Lines of: turn, pattern, who, matches, ns. Of each turn the time of who is divided by that of Rust in the same turn; the table has the
# medians. All have to find as many.
{
	ns[$2, $3, $1] = $5
	if ($1 > turns)
		turns = $1
	if (($2 in matches) && matches[$2] != $4) {
		print $2 ": " $3 " finds " $4 ", and others " matches[$2]
		failed = 1
	}
	matches[$2] = $4
	if (!($2 in seen))
		row[++rows] = $2
	seen[$2]
}

END {
	columns = split("go-dynamic go-static regexp csharp compiled generated", column)
	print "All matches in 10 MiB: the time of a plain Rust program, and how much longer others take, * the bound crate above 1.1"
	printf "\n%-9s %8s %9s %12s %12s %12s %12s %12s %12s\n", "", "", "", "Go", "Go", "Go's", "C#", ".NET's", ".NET's"
	printf "%-9s %8s %9s %12s %12s %12s %12s %12s %12s\n", "pattern", "matches", "Rust, ms", "dynamic", "static", "regexp", "JIT dynamic", "compiled", "generated"
	for (r = 1; r <= rows; r++) {
		for (t = 1; t <= turns; t++)
			value[t] = ns[row[r], "rust", t]
		printf "%-9s %8d %9.2f", row[r], matches[row[r]], median() / 1e6
		for (c = 1; c <= columns; c++) {
			for (t = 1; t <= turns; t++)
				value[t] = ns[row[r], column[c], t] / ns[row[r], "rust", t]
			of = median()
			printf " %12s", sprintf("%.2f%s", of, column[c] ~ /^(go-|csharp)/ && of > 1.1 ? " *" : "")
		}
		print ""
	}
	exit failed
}

# Of value[1] to value[turns], which it sorts.
function median(i, j, v) {
	for (i = 2; i <= turns; i++) {
		v = value[i]
		for (j = i - 1; j >= 1 && value[j] > v; j--)
			value[j + 1] = value[j]
		value[j + 1] = v
	}
	return value[int((turns + 1) / 2)]
}
