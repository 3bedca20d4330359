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
	columns = split("go-dynamic go-static go-each regexp csharp each-csharp compiled generated", column)
	print "The number of matches in 10 MiB that are kept in Rust: the time of a plain Rust program, and how much longer others take, * the"
	print "bound crate above 1.1. One by one, each match is a handle."
	printf "\n%-9s %8s %9s", "", "", ""
	headings("Go,Go,Go,Go\047s,C#,C#,.NET\047s,.NET\047s")
	printf "%-9s %8s %9s", "pattern", "matches", "Rust, ms"
	headings("dynamic,static,one by one,regexp,JIT dynamic,one by one,compiled,generated")
	for (r = 1; r <= rows; r++) {
		for (t = 1; t <= turns; t++)
			value[t] = ns[row[r], "rust", t]
		printf "%-9s %8d %9.2f", row[r], matches[row[r]], median() / 1e6
		for (c = 1; c <= columns; c++) {
			for (t = 1; t <= turns; t++)
				value[t] = ns[row[r], column[c], t] / ns[row[r], "rust", t]
			of = median()
			printf " %12s", sprintf("%.2f%s", of, column[c] ~ /^(go-[ds]|csharp)/ && of > 1.1 ? " *" : "")
		}
		print ""
	}
	exit failed
}

function headings(names, name, n, i) {
	n = split(names, name, ",")
	for (i = 1; i <= n; i++)
		printf " %12s", name[i]
	print ""
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
