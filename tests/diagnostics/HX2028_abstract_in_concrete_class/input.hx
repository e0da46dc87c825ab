class Main {
	abstract function run():Void;
}
