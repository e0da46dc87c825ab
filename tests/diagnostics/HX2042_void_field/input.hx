class Main {
	var nothing:Void;
}
