module ferrobind/bench/values

go 1.24
