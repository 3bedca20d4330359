using __CSharp__;

Console.WriteLine(__CSharp__Lib.Greet("C#"));
if (__CSharp__Lib.Mean([1, 2, 6]) is { } mean)
    Console.WriteLine($"The mean is {mean}");
