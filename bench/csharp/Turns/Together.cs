/// <summary>A second thread, which runs a loop while the caller runs it, too.</summary>
internal static class Together
{
    private static readonly SemaphoreSlim Begin = new(0);
    private static readonly SemaphoreSlim End = new(0);
    private static Action? _work;

    static Together() => new Thread(Serve) { IsBackground = true }.Start();

    /// <summary>The loop on both, as threads 0 and 1, to the end of the later one.</summary>
    public static Action<int> On(Action<int, int> side) => calls =>
    {
        _work = () => side(1, calls);
        Begin.Release();
        side(0, calls);
        End.Wait();
    };

    private static void Serve()
    {
        while (true)
        {
            Begin.Wait();
            _work!();
            End.Release();
        }
    }
}
