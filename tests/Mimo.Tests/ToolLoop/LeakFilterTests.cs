using Mimo.ToolLoop;

namespace Mimo.Tests.ToolLoop;

public class LeakFilterTests
{
    [Fact]
    public void What_is_held_back_of_a_leak_costs_no_more_than_its_length()
    {
        const int Pieces = 20_000;
        var filter = new LeakFilter();
        var piece = new MimoTextUpdate("more");
        Assert.Equal("It is ", filter.Pass(new MimoTextUpdate("It is <tool_call>"))?.Text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < Pieces; i++)
        {
            Assert.Null(filter.Pass(piece));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * Pieces);
        Assert.Null(filter.EndText());
        Assert.Equal($"<tool_call>{string.Concat(Enumerable.Repeat("more", Pieces))}", filter.Finish(isLeak: false, runsCalls: false)?.Text);
    }
}
