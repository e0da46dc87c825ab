class Process {
	static function main():Void {
		Sys.println(Sys.getEnv("HAXE_GAME_NO_SUCH_VARIABLE") == null);
		Sys.putEnv("HAXE_GAME_VARIABLE", "some é=text");
		Sys.println(Sys.getEnv("HAXE_GAME_VARIABLE"));
		Sys.println(Sys.environment()["HAXE_GAME_VARIABLE"]);
		Sys.putEnv("HAXE_GAME_VARIABLE", "");
		Sys.println(Sys.getEnv("HAXE_GAME_VARIABLE").length);
		Sys.println(Sys.environment().exists("PATH") + " " + Sys.environment().exists("HAXE_GAME_NO_SUCH_VARIABLE"));
		Sys.println(["Linux", "Mac", "Windows", "BSD"].contains(Sys.systemName()));
		Sys.println(StringTools.endsWith(Sys.getCwd(), "/"));
		Sys.println(Sys.programPath().length > 0);
		Sys.println(Sys.cpuTime() > 0);
		var start = Sys.cpuTime();
		Sys.sleep(0.01);
		Sys.sleep(0);
		Sys.println(Sys.cpuTime() >= start);
		Sys.println(Sys.setTimeLocale("de_DE"));
		Sys.println(Sys.command("exit 3"));
		Sys.println(Sys.command("true", []));
		Sys.println(Sys.command("sh", ["-c", "exit $1", "name", "7"]));
		Sys.println(Sys.command("test", ["a b", "=", "a b"]));
		Sys.println(Sys.command("test \"$HAXE_GAME_VARIABLE\" = \"\""));
		Sys.println(Sys.command("haxe_game_no_such_program", []));
		Sys.print("one ");
		Sys.stdout().writeString("two é ");
		Sys.stdout().writeByte("3".code);
		Sys.stdout().writeString("\n");
		Sys.stdout().flush();
		Sys.stderr().writeString("to the errors\n");
		Sys.print(null);
		Sys.print([1, 2]);
		Sys.println("");
		Sys.exit(4);
		Sys.println("not reached");
	}
}
