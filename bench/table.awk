# Joins the results: one file a column, one line a row: ROW RATIO LOW HIGH GENERATED_NS HAND_NS GENERATED_B HAND_B [ALLOCS ALLOCS].
BEGIN {
	title["go-dynamic"] = "Go, dynamic"
	title["go-static"] = "Go, static"
	title["csharp-jit"] = "C#, JIT dynamic"
	title["csharp-aot"] = "C#, AOT static"
	title["csharp-bdn"] = "C#, JIT, by BDN"
	rows = split("add text-in-16 text-in-1K text-out-16 bytes-in-1M bytes-out-1M err", row)
	says["add"] = "two integers"
	says["text-in-16"] = "text in, 16 B"
	says["text-in-1K"] = "text in, 1 KiB"
	says["text-out-16"] = "text out, 16 B"
	says["bytes-in-1M"] = "bytes in, 1 MiB"
	says["bytes-out-1M"] = "bytes out, 1 MiB"
	says["err"] = "Err"
}

FNR == 1 {
	column[++columns] = FILENAME
	sub(/\.txt$/, "", column[columns])
}

{
	line[columns, $1] = $0
}

END {
	print "Generated / hand-written: the median ratio (and its quartiles), * above 1.05 (~ by less than half a ns);"
	print "ns; bytes allocated per call, with the number of allocations in Go, ! where the generated side has more."
	for (c = 1; c <= columns; c++) {
		printf "\n%-18s %-22s %24s   %s\n", title[column[c]], "ratio", "generated / by hand, ns", "allocated, generated / by hand"
		for (r = 1; r <= rows; r++) {
			if (!((c, row[r]) in line)) {
				printf "%-18s missing\n", says[row[r]]
				failed = 1
				continue
			}
			split(line[c, row[r]], f, " ")
			above = f[2] > 1.05 ? (f[5] - f[6] < 0.5 ? " ~" : " *") : ""
			more = f[7] > f[8] * 1.001 + 1 || f[9] > f[10] + 0.5
			marks += column[c] != "csharp-bdn" && (above == " *" || more)
			printf "%-18s %-22s %24s   %s\n", says[row[r]],
				sprintf("%.2f (%.2f to %.2f)%s", f[2], f[3], f[4], above),
				sprintf("%s / %s", ns(f[5]), ns(f[6])),
				sprintf("%s / %s%s", memory(f[7], f[9]), memory(f[8], f[10]), more ? " !" : "")
		}
	}
	print ""
	print marks ? marks " marks" : "no marks: no row is above 1.05, and none allocates more"
	exit failed
}

function ns(value) {
	return sprintf(value < 100 ? "%.1f" : "%.0f", value)
}

function memory(bytes, count) {
	return sprintf("%.0f B", bytes) (count == "" ? "" : sprintf(" in %.0f", count))
}
