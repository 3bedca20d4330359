using Hello;

HelloLib.Hello("world");
HelloLib.Whisper($"this is C#, calling the {HelloLib.LinkMode} library");
