# The rows of data, from the same files as table.awk: each row twice, the second time as ROW/json, where the sides are JSON and
# the generated code.
BEGIN {
	title["go-dynamic"] = "Go, dynamic"
	title["go-static"] = "Go, static"
	title["csharp-jit"] = "C#, JIT dynamic"
	title["csharp-aot"] = "C#, AOT static"
	rows = split("quad quads texts contact counts event nested", row)
	says["quad"] = "record of 4 f64"
	says["quads"] = "1,000 such records"
	says["texts"] = "1,000 short texts"
	says["contact"] = "record of 5 texts"
	says["counts"] = "map of 1,000 texts"
	says["event"] = "enum with data"
	says["nested"] = "Option<Result<…>>"
}

FNR == 1 {
	column[++columns] = FILENAME
	sub(/\.txt$/, "", column[columns])
}

{
	line[columns, $1] = $0
}

END {
	print "Data, in and out: generated / hand-written (and quartiles), * above 1.1 for the plain record, 1.3 for the others"
	print "(~ by less than half a ns); JSON / generated, and JSON / hand-written, < below 5; ns; bytes allocated per call, with the"
	print "number of allocations in Go."
	for (c = 1; c <= columns; c++) {
		printf "\n%-18s %-22s %-8s %-8s %31s   %s\n", title[column[c]], "ratio", "JSON/gen", "JSON/hand", "generated / by hand / JSON, ns",
			"allocated, generated / by hand / JSON"
		for (r = 1; r <= rows; r++) {
			if (!((c, row[r]) in line) || !((c, row[r] "/json") in line)) {
				# awk counts bytes, and the name of a row may have others.
				printf "%s missing\n", says[row[r]]
				failed = 1
				continue
			}
			split(line[c, row[r]], f, " ")
			split(line[c, row[r] "/json"], j, " ")
			limit = row[r] == "quad" ? 1.1 : 1.3
			above = f[2] > limit ? (f[5] - f[6] < 0.5 ? " ~" : " *") : ""
			slow = j[2] < 5 ? " <" : ""
			above_limit += above == " *"
			below_five += slow != ""
			name = says[row[r]]
			pad = 18 - length(name)
			# Where awk counts bytes, the ellipsis is three.
			if (length("…") == 3 && name ~ /…/)
				pad += 2
			printf "%s%*s %-22s %-8s %-9s %31s   %s\n", name, pad, "",
				sprintf("%.2f (%.2f to %.2f)%s", f[2], f[3], f[4], above),
				sprintf("%.1f%s", j[2], slow), sprintf("%.1f", j[2] * f[2]),
				sprintf("%s / %s / %s", ns(f[5]), ns(f[6]), ns(j[5])),
				sprintf("%s / %s / %s", memory(f[7], f[9]), memory(f[8], f[10]), memory(j[7], j[9]))
		}
	}
	print ""
	print above_limit + 0 " rows above the limit; " below_five + 0 " less than 5 times as fast as JSON"
	exit failed
}

function ns(value) {
	return sprintf(value < 100 ? "%.1f" : "%.0f", value)
}

function memory(bytes, count) {
	return sprintf("%.0f B", bytes) (count == "" ? "" : sprintf(" in %.0f", count))
}
