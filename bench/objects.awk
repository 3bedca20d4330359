# The rows of objects, from the same files as table.awk. Of the rows of iteration, the ratio is that of one crossing an item, by hand,
# to the generated code.
BEGIN {
	title["go-dynamic"] = "Go, dynamic"
	title["go-static"] = "Go, static"
	title["csharp-jit"] = "C#, JIT dynamic"
	title["csharp-aot"] = "C#, AOT static"
	rows = split("read read/2 read-same/2 read/safe read/safe/2 read-same/safe/2 create create/2 " \
		"readings readings/2 names names/2 readings/safe readings/safe/2 names/safe names/safe/2", row)
	says["read"] = "method / raw pointer"
	says["read-same"] = "the same object"
	says["read/safe"] = "method / SafeHandle"
	says["read-same/safe"] = "the same object"
	says["create"] = "create and close"
	says["readings"] = "1,000 numbers"
	says["names"] = "1,000 short texts"
	says["readings/safe"] = "numbers, SafeHandle"
	says["names/safe"] = "texts, SafeHandle"
}

FNR == 1 {
	column[++columns] = FILENAME
	sub(/\.txt$/, "", column[columns])
}

{
	line[columns, $1] = $0
}

END {
	print "Objects, on one thread and on two: generated / hand-written (and quartiles), * above 1.5 for a method against a raw pointer, above"
	print "1 against a SafeHandle, above 1.2 for an object's life (~ by less than half a ns). Iteration: one crossing an item, by hand /"
	print "generated, < below 5. ns; bytes allocated."
	for (c = 1; c <= columns; c++) {
		printf "\n%-31s %-22s %24s   %s\n", title[column[c]], "ratio", "generated / by hand, ns", "allocated, generated / by hand"
		for (r = 1; r <= rows; r++) {
			if (column[c] ~ /^go/ && row[r] ~ /safe/)
				continue
			base = row[r]
			threads = sub(/\/2$/, "", base) ? ", 2 threads" : ""
			if (!((c, row[r]) in line)) {
				printf "%s%s missing\n", says[base], threads
				failed = 1
				continue
			}
			split(line[c, row[r]], f, " ")
			if (base ~ /^(readings|names)/) {
				mark = f[2] < 5 ? " <" : ""
				below += mark != ""
				# The sides are the other way round.
				sides = sprintf("%s / %s", ns(f[6]), ns(f[5]))
				memories = sprintf("%s / %s", memory(f[8], f[10]), memory(f[7], f[9]))
			} else {
				limit = base ~ /safe/ ? 1 : base == "create" ? 1.2 : 1.5
				mark = f[2] > limit ? (f[5] - f[6] * limit < 0.5 ? " ~" : " *") : ""
				above += mark == " *"
				sides = sprintf("%s / %s", ns(f[5]), ns(f[6]))
				memories = sprintf("%s / %s", memory(f[7], f[9]), memory(f[8], f[10]))
			}
			printf "%-31s %-22s %24s   %s\n", says[base] threads, sprintf("%.2f (%.2f to %.2f)%s", f[2], f[3], f[4], mark), sides, memories
		}
	}
	print ""
	print above + 0 " rows above the limit; " below + 0 " less than 5 times as fast as one crossing an item"
	exit failed
}

function ns(value) {
	return sprintf(value < 100 ? "%.1f" : "%.0f", value)
}

function memory(bytes, count) {
	return sprintf("%.0f B", bytes) (count == "" ? "" : sprintf(" in %.0f", count))
}
