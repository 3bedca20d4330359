module ferrobind/runtime

go 1.24
