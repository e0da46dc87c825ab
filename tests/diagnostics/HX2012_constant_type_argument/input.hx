class Main {
	var a:Array<"text">;
}
